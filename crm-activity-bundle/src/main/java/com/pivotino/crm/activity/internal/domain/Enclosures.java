package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.AttachedFile;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Embeddable;

/** The files of an activity, as who keeps them named them when they were attached; replaced as a whole, never changed. */
@Embeddable
public class Enclosures {

    static final Enclosures NONE = new Enclosures();
    private static final String BETWEEN = "\t";

    /** One line a file: id, size, type, name. */
    @Column(name = "files")
    private String lines;

    protected Enclosures() {
    }

    public Enclosures(List<AttachedFile> files) {
        this.lines = files.isEmpty() ? null : files.stream().map(Enclosures::line).collect(Collectors.joining("\n"));
    }

    public List<AttachedFile> files() {
        return lines == null ? List.of() : lines.lines().map(Enclosures::file).toList();
    }

    /** Ids in their order with commas between them, or null for none. */
    public String ids() {
        return lines == null ? null : files().stream().map(file -> String.valueOf(file.id())).collect(Collectors.joining(","));
    }

    /** Names in their order for people, or null for none. */
    public String names() {
        return lines == null ? null : files().stream().map(AttachedFile::name).collect(Collectors.joining(", "));
    }

    private static String line(AttachedFile file) {
        return String.join(BETWEEN, String.valueOf(file.id()), String.valueOf(file.size()), plain(file.type()), plain(file.name()));
    }

    private static AttachedFile file(String line) {
        String[] parts = line.split(BETWEEN, 4);
        return new AttachedFile(Long.parseLong(parts[0]), parts[3], parts[2], Long.parseLong(parts[1]));
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
