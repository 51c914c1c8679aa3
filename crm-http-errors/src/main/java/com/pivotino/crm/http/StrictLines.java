package com.pivotino.crm.http;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle.AbstractLifeCycleListener;
import org.eclipse.jetty.util.component.LifeCycle;

/** Reads requests with {@link StrictParser} on each connector that the server has when it starts; Pax Web makes them. */
public final class StrictLines extends AbstractLifeCycleListener {

    @Override
    public void lifeCycleStarting(LifeCycle server) {
        for (Connector connector : ((Server) server).getConnectors()) {
            HttpConnectionFactory usual = connector.getConnectionFactory(HttpConnectionFactory.class);
            if (usual != null && connector instanceof AbstractConnector changeable) {
                changeable.addConnectionFactory(new Factory(usual.getHttpConfiguration(), usual.getHttpCompliance()));
            }
        }
    }

    private static final class Factory extends HttpConnectionFactory {

        private Factory(HttpConfiguration configuration, HttpCompliance compliance) {
            super(configuration, compliance);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            HttpConnection connection = new HttpConnection(getHttpConfiguration(), connector, endPoint, getHttpCompliance(),
                    isRecordHttpComplianceViolations()) {
                @Override
                protected HttpParser newHttpParser(HttpCompliance compliance) {
                    return new StrictParser(newRequestHandler(), getHttpConfiguration().getRequestHeaderSize(), compliance);
                }
            };
            return configure(connection, connector, endPoint);
        }
    }
}
