package com.pivotino.crm.directory.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first administrator's password as the launcher hands it over: in a file that only its owner can read, and that is
 * deleted when the product has started, so that it stands in no configuration.
 */
public final class GivenPassword {

    private final Path file;

    public GivenPassword(Path file) {
        this.file = file;
    }

    /** The password in the file, or the other one if there is no file. */
    public String or(String other) {
        try {
            return Files.exists(file) ? Files.readString(file).replaceFirst("\\R$", "") : other;
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be read from " + file, e);
        }
    }

    /** Deletes the file, if there is one. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be deleted: " + file, e);
        }
    }
}
