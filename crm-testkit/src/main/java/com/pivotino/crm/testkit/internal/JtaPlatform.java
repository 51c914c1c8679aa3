package com.pivotino.crm.testkit.internal;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink the transaction manager: that of the pool that its session was given. Made by name. */
public final class JtaPlatform extends ServerPlatformBase {

    public JtaPlatform(DatabaseSession session) {
        super(session);
    }

    @Override
    public Class<?> getExternalTransactionControllerClass() {
        return JTATransactionController.class;
    }

    @Override
    public void initializeExternalTransactionController() {
        DatabaseSession session = getDatabaseSession();
        JNDIConnector connector = (JNDIConnector) session.getLogin().getConnector();
        JtaPool pool = (JtaPool) connector.getDataSource();
        session.setExternalTransactionController(new JTATransactionController(pool.transactions()));
    }
}
