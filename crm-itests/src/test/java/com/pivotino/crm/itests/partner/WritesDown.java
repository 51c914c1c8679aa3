package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A partner's listener: writes a line for every event that it hears into a file in the data folder. */
public final class WritesDown implements DomainEventListener {

    public static final String FILE = "heard.txt";

    private final Path file = Path.of(System.getProperty("crm.data"), FILE);

    @Override
    public void on(DomainEvent event) throws IOException {
        String line = System.currentTimeMillis() + " " + event.position() + " " + event.id() + " " + event.type()
                + " " + event.record().id() + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
