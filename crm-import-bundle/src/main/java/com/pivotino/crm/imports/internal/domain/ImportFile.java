package com.pivotino.crm.imports.internal.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.ElementCollection;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.imports.internal.value.DateOrder;
import com.pivotino.crm.support.InstantColumn;

/**
 * An uploaded file with the decisions of how to import it. Its life: uploaded with suggestions, decided upon, run once
 * or several times (see {@link ImportRun}). Its rows wait in blocks ({@link ImportBlock}).
 */
@Entity
@Table(name = "pl_import")
public class ImportFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_seq")
    @SequenceGenerator(name = "pl_import_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Version
    private long version;
    @Convert(converter = KindColumn.class)
    private ImportKind kind;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "row_count")
    private int rows;
    private String charset;
    private String separator;
    @Embedded
    private ImportOptions options;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "created_at")
    @Convert(converter = InstantColumn.class)
    private Instant createdAt;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "pl_import_column", joinColumns = @JoinColumn(name = "import_id"))
    private List<ImportColumn> columns = new ArrayList<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "pl_import_choice", joinColumns = @JoinColumn(name = "import_id"))
    private List<ImportChoice> choices = new ArrayList<>();

    protected ImportFile() {
    }

    /**
     * A file that somebody has just uploaded, without decisions.
     *
     * @param fileName as its owner calls it, or null
     */
    public ImportFile(ImportKind kind, String fileName, String charset, char separator, ImportOptions options, Actor by, Instant now) {
        this.kind = kind;
        this.fileName = fileName;
        this.charset = charset;
        this.separator = String.valueOf(separator);
        this.options = options;
        this.createdBy = by.userId();
        this.createdAt = now;
    }

    /** All of it has been read. */
    public void hasBeenRead(int rowCount, List<ImportColumn> seen) {
        this.rows = rowCount;
        Set<DateOrder> certain = seen.stream().filter(column -> !column.ambiguous() && column.dateOrder() != null
                && column.dateOrder() != DateOrder.YMD).map(ImportColumn::dateOrder).collect(Collectors.toSet());
        if (certain.size() == 1) {
            seen.forEach(column -> column.writtenAs(certain.iterator().next()));
        }
        this.columns = new ArrayList<>(seen);
    }

    /** Sends columns to fields; columns that are not named stay as they are, null leaves a column out. */
    public void map(Map<String, String> fieldsByColumn) {
        List<ImportColumn> changed = columns();
        changed.forEach(column -> {
            if (fieldsByColumn.containsKey(column.name())) {
                column.goTo(fieldsByColumn.get(column.name()));
            }
        });
        this.columns = new ArrayList<>(changed);
    }

    /** Says how the dates of a column are written. */
    public void writtenAs(String name, DateOrder order) {
        List<ImportColumn> changed = columns();
        changed.stream().filter(column -> column.name().equals(name)).forEach(column -> column.decide(order));
        this.columns = new ArrayList<>(changed);
    }

    /** Says what the text of a cell means; a null target says that it means nothing. */
    public void choose(String field, String text, String target) {
        choices.removeIf(choice -> choice.field().equals(field) && choice.text().equals(text));
        choices.add(new ImportChoice(field, text, target));
    }

    /** Decides how it is to be done. */
    public void decide(ImportOptions decided) {
        this.options = decided;
    }

    /** Only who uploaded it and administrators know of it. */
    public void requireReadableBy(Actor actor) {
        if (!actor.isAdmin() && (createdBy == null || !Objects.equals(createdBy, actor.userId()))) {
            throw CrmException.notFound("The import");
        }
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public ImportKind kind() {
        return kind;
    }

    /** As its owner calls it, or null. */
    public String fileName() {
        return fileName;
    }

    public int rows() {
        return rows;
    }

    public String charset() {
        return charset;
    }

    public String separator() {
        return separator;
    }

    public ImportOptions options() {
        return options;
    }

    public Long createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** In the order of the file. */
    public List<ImportColumn> columns() {
        return columns.stream().sorted(Comparator.comparingInt(ImportColumn::place)).toList();
    }

    public Optional<ImportColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<ImportChoice> choices() {
        return List.copyOf(choices);
    }
}
