package com.pivotino.crm.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The file {@code demo-users.txt} from which the launcher tells who can sign in; only its owner may read it. */
final class SignInFile {

    private final Path file;

    SignInFile(Path folder) {
        this.file = folder.resolve("demo-users.txt");
    }

    /** Writes it whole or not at all. */
    void write(List<String> lines) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "demo-users", ".tmp", ownerOnly);
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's sign-ins cannot be written to " + file, e);
        }
    }
}
