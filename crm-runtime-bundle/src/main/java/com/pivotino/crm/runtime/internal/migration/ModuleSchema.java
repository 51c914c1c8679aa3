package com.pivotino.crm.runtime.internal.migration;

import com.pivotino.crm.runtime.internal.sql.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The migrations that a module's bundle ships.
 *
 * @param module the module's name
 * @param files  by path below the migrations' folder: {@code V001__x.sql}, {@code h2/V002__y.sql}
 */
public record ModuleSchema(String module, Map<String, String> files) {

    public ModuleSchema {
        files = Map.copyOf(files);
    }

    /** Reads the files of a folder; {@code folder} is the path that every URL's path contains. */
    public static ModuleSchema read(String module, String folder, Collection<URL> urls) {
        Map<String, String> files = new TreeMap<>();
        String marker = folder.replaceAll("^/|/$", "") + "/";
        for (URL url : urls) {
            String path = url.getPath();
            String below = path.substring(path.lastIndexOf(marker) + marker.length());
            try (InputStream in = url.openStream()) {
                files.put(below, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new SchemaProblem("the migration " + below + " of " + module + " cannot be read", e);
            }
        }
        return new ModuleSchema(module, files);
    }

    /**
     * The migrations for a database, in order.
     *
     * @throws SchemaProblem if two have one number
     */
    public List<Migration> migrations(Dialect dialect) {
        Map<Integer, Migration> migrations = new TreeMap<>();
        files.forEach((path, text) -> {
            String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            if (folder.isEmpty() || folder.equals(dialect.folder())) {
                Migration migration = Migration.of(path.substring(path.indexOf('/') + 1), text);
                Migration other = migrations.put(migration.version(), migration);
                if (other != null) {
                    throw new SchemaProblem("there are two migrations " + migration.version() + " of " + module);
                }
            }
        });
        return List.copyOf(migrations.values());
    }
}
