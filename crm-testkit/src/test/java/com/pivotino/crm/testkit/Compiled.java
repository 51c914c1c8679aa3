package com.pivotino.crm.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A partner's sources, compiled as a partner compiles them. */
final class Compiled {

    private Compiled() {
    }

    /** Compiles into a folder. @return what stands against it, a line each; empty if nothing does */
    static String problems(List<Path> sources, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
            List<String> options = List.of("-proc:none", "--release", "17", "-d", target.toString(), "-cp", classpath());
            compiler.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        return said.getDiagnostics().stream().filter(one -> one.getKind() == Diagnostic.Kind.ERROR).map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
