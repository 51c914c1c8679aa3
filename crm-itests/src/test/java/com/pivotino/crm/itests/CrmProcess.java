package com.pivotino.crm.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as an operator starts it: {@code ./crm run} with a data folder and a port of its own. */
public final class CrmProcess implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";
    /** The first compiler only: a product that runs for a minute or two is ready sooner with it. */
    static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    /** The same without an archive of classes, which takes some seconds when the product stops. */
    static final String SHORT_LIVED = FIRST_COMPILER + " -Xshare:auto";

    private final Path home;
    private final int port = freePort();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final String[] arguments;
    private Process process;
    private int shellPort;
    private boolean repaired;

    /** @param name names the data folder under target; arguments go behind {@code run} */
    public CrmProcess(String name, String... arguments) {
        this.home = checkout().resolve("crm-itests/target/crm").resolve(name + "-" + port);
        this.arguments = arguments;
        environment.put("CRM_HTTP_PORT", String.valueOf(port));
        environment.put("CRM_HOME_DATA", home.toString());
        environment.put("CRM_ADMIN_PASSWORD", PASSWORD);
        environment.put("CRM_JAVA_OPTS", SHORT_LIVED);
    }

    public CrmProcess with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** With Karaf's shell over ssh, for {@link #shell}. */
    public CrmProcess withShell() {
        shellPort = freePort();
        try {
            Path file = Files.createDirectories(home.resolve("etc")).resolve("org.apache.karaf.shell.cfg");
            Files.writeString(file, String.join("\n", "sshPort = " + shellPort, "sshHost = 127.0.0.1", "sshRealm = crm",
                    "sshRole = crm-admin", "sftpEnabled = false", "hostKey = ${karaf.data}/host.key", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("CRM_FEATURES", "crm-ssh");
    }

    /** Runs a command in the product's shell, as an administrator does. */
    public Shell.Said shell(String command) {
        return Shell.run(shellPort, "admin", PASSWORD, command);
    }

    /** Starts it and waits until it is ready. */
    public CrmProcess start() {
        try {
            Files.createDirectories(home);
            String[] command = new String[arguments.length + 2];
            command[0] = checkout().resolve("crm").toString();
            command[1] = "run";
            System.arraycopy(arguments, 0, command, 2, arguments.length);
            ProcessBuilder builder = new ProcessBuilder(command).directory(checkout().toFile())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("the product is ready at " + url() + ", see " + output(), Duration.ofSeconds(90), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The launcher ended with " + process.exitValue() + ", see " + output());
            }
            return rest().get("/health/ready").status() == 200 ? Boolean.TRUE : null;
        });
        return this;
    }

    /** The id of the virtual machine. */
    public long pid() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(one -> one.info().command().filter(command -> command.endsWith("java")).isPresent())
                .mapToLong(ProcessHandle::pid).findFirst().orElseThrow();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path home() {
        return home;
    }

    /** What the launcher printed. */
    public Path output() {
        return home.resolve("launcher.out");
    }

    /** A stranger's client. */
    public Rest rest() {
        return new Rest(url());
    }

    /** The first administrator's client. */
    public Rest admin() {
        return rest().as("admin", PASSWORD);
    }

    /** Ends it as an operator does, by TERM, and waits. */
    public void stop() {
        if (repaired) {
            repaired = false;
            launcher("stop");
        }
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("The product did not stop within 40 s, see " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    /** Runs {@code ./crm repair}, which starts it again in the background, and waits until it is ready. */
    public void repair() {
        launcher("repair");
        Await.that("the product is ready again", Duration.ofSeconds(90), () -> rest().get("/health/ready").status() == 200);
        repaired = true;
    }

    private void launcher(String verb) {
        try {
            ProcessBuilder builder = new ProcessBuilder(checkout().resolve("crm").toString(), verb).directory(checkout().toFile())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
            builder.environment().putAll(environment);
            if (!builder.start().waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("crm " + verb + " has not ended, see " + output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it as a power cut would, and waits until nothing of it is left. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        all.forEach(one -> one.onExit().join());
        process.onExit().join();
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    static Path checkout() {
        return Path.of(System.getProperty("crm.checkout", "..")).toAbsolutePath().normalize();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
