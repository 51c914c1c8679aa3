package com.pivotino.crm.directory.internal.realm;

import com.pivotino.crm.directory.internal.service.SignIn;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;

/** The JAAS realm {@code crm}: the directory's users, verified as everywhere else. */
public final class DatabaseRealm implements JaasRealm {

    public static final String NAME = "crm";

    private final AppConfigurationEntry entry;

    /** @param bundleId whose class loader knows the login module */
    public DatabaseRealm(SignIn signIn, long bundleId) {
        entry = new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED,
                Map.of(ProxyLoginModule.PROPERTY_MODULE, DatabaseLoginModule.class.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE, String.valueOf(bundleId), DatabaseLoginModule.SIGN_IN, signIn));
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
