package com.pivotino.crm.runtime.internal.migration;

import java.util.List;

/** Whether what a bundle ships fits what the database has. */
final class SchemaCheck {

    private SchemaCheck() {
    }

    /**
     * @param lines what the database has, by version
     * @throws SchemaProblem naming what does not fit
     */
    static void require(String module, List<Migration> shipped, List<Ledger.Line> lines) {
        int newest = shipped.isEmpty() ? 0 : shipped.get(shipped.size() - 1).version();
        for (Ledger.Line line : lines) {
            if (line.version() > newest) {
                throw new SchemaProblem("the database has schema " + line.version() + " of " + module
                        + ", but this bundle only knows up to " + newest + "; install a newer bundle");
            }
            Migration migration = shipped.stream().filter(m -> m.version() == line.version()).findFirst()
                    .orElseThrow(() -> new SchemaProblem("migration " + line.version() + "__" + line.name() + " of "
                            + module + " is in the database, but not in this bundle"));
            if (!migration.checksum().equals(line.checksum())) {
                throw new SchemaProblem("migration " + migration + " of " + module
                        + " was changed after it had been applied");
            }
        }
        int last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).version();
        for (Migration migration : shipped) {
            if (migration.version() < last && lines.stream().noneMatch(l -> l.version() == migration.version())) {
                throw new SchemaProblem("migration " + migration + " of " + module + " was added below " + last
                        + ", which is in the database already");
            }
        }
    }
}
