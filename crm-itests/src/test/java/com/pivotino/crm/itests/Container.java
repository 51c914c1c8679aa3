package com.pivotino.crm.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

/** The assembled product as a Pax Exam container: a port of its own, a fresh database, a known administrator. */
final class Container {

    static final String PORT = "crm.itest.port";

    private Container() {
    }

    /** The product on embedded H2, with further options of the test behind. */
    static Option[] product(Option... more) {
        int port = CrmProcess.freePort();
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("crm.distribution")).toURI().toString())
                        .name("Pivotino CRM").karafVersion("4.4.10")
                        .unpackDirectory(new File("target/exam")).useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                configureSecurity().disableKarafMBeanServerBuilder(),
                new VMOption("-Duser.timezone=UTC"),
                new VMOption("-D" + PORT + "=" + port),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(port)),
                editConfigurationFilePut("etc/com.pivotino.crm.directory.cfg", "adminPassword", CrmProcess.PASSWORD)));
        options.addAll(List.of(more));
        return options.toArray(new Option[0]);
    }
}
