package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NewUser;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.directory.internal.domain.PasswordRule;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code admin} in a directory without users. The password is the operator's, or a random one that is written to a
 * file which only its owner can read, for the launcher to show once. Of several nodes that start at once one does it:
 * the lock is held until the user is there.
 */
final class FirstAdministrator {

    static final String LOGIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int RANDOM_LENGTH = 20;

    private final Acts acts;
    private final UserStore users;
    private final UserService service;
    private final PasswordHashing hashing;
    private final Tokens tokens;

    FirstAdministrator(Acts acts, UserStore users, UserService service, PasswordHashing hashing, Tokens tokens) {
        this.acts = acts;
        this.users = users;
        this.service = service;
        this.hashing = hashing;
        this.tokens = tokens;
    }

    /**
     * Makes the administrator if there is no user at all.
     *
     * @param configured the operator's password; null, blank or one that {@link PasswordRule} refuses makes a random one
     * @param file       where a random one is written
     */
    void ensure(String configured, Path file) {
        if (!acts.read(users::isEmpty)) {
            return;
        }
        boolean random = !isAcceptable(configured);
        String password = random ? tokens.next().substring(0, RANDOM_LENGTH) : configured;
        String hash = hashing.hash(password);
        Actor system = Actor.system(ZoneOffset.UTC);
        acts.run(Act.of(system, "automation", Set.of(UserService.ALL_USERS)), tx -> {
            if (users.isEmpty()) {
                service.createHashed(system, new NewUser(LOGIN, "Administrator", null, null, null,
                        Set.of(Role.ADMIN), null), hash);
                if (random) {
                    write(file, password);
                }
                tx.afterCommit(() -> tell(random, file));
            }
            return null;
        });
    }

    /** The rule for every password holds for the first one, too; one that breaks it is not taken. */
    private static boolean isAcceptable(String configured) {
        if (configured == null || configured.isBlank()) {
            return false;
        }
        try {
            PasswordRule.check(LOGIN, configured);
            return true;
        } catch (CrmException e) {
            LOG.error("The configured password of the first administrator is not taken: {}", e.getMessage());
            return false;
        }
    }

    private static void tell(boolean random, Path file) {
        if (random) {
            LOG.info("The first administrator '{}' has a random password, which is in {}", LOGIN, file);
        } else {
            LOG.info("The first administrator '{}' has the configured password", LOGIN);
        }
    }

    private static void write(Path file, String password) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            FileAttribute<?>[] ownerOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0];
            try (FileChannel channel = FileChannel.open(file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                ByteBuffer bytes = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be written to " + file, e);
        }
    }
}
