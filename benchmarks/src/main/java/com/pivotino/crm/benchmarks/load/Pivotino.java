package com.pivotino.crm.benchmarks.load;

import com.pivotino.crm.benchmarks.load.LightClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pivotino CRM over its public REST interface, as a browser with a session cookie asks it. */
final class Pivotino implements Peer {

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"nextActivity\":\\{\"id\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");
    private static final String OPPORTUNITIES = "/api/opportunities/";

    private final String password;
    private final boolean keys;
    private final List<Long> people = new ArrayList<>();
    private String session;

    /** @param keys whether every changing request carries an Idempotency-Key */
    Pivotino(String password, boolean keys) {
        this.password = password;
        this.keys = keys;
    }

    @Override
    public synchronized void signIn(LightClient client) throws IOException {
        if (session != null) {
            client.headers(session);    // one person in many windows: hashing a password takes long on purpose
            return;
        }
        Reply reply = expect(client.send("POST", "/api/session", "{\"login\":\"admin\",\"password\":\"" + password + "\"}"));
        session = "Cookie: " + reply.cookie() + "\r\nX-CSRF-Token: " + text(TOKEN, reply.body()) + "\r\n";
        client.headers(session);
    }

    @Override
    public Deal create(LightClient client, long number) throws IOException {
        key(client, "c" + number);
        String body = expect(client.send("POST", "/api/opportunities", "{\"name\":\"Deal " + number + "\",\"email\":\"buyer" + number
                + "@example.com\",\"expectedRevenue\":{\"amount\":" + number % 100_000 + ",\"currency\":\"EUR\"}}")).body();
        return new Deal(number(ID, body), number(NEXT, body));
    }

    @Override
    public void move(LightClient client, Deal deal, int stage) throws IOException {
        key(client, "m" + deal.id() + "-" + System.nanoTime());
        expect(client.send("POST", OPPORTUNITIES + deal.id() + "/stage-moves", "{\"stageId\":" + (stage + 1) + "}"));
    }

    @Override
    public void complete(LightClient client, Deal deal) throws IOException {
        key(client, "d" + deal.activity());
        expect(client.send("POST", "/api/activities/" + deal.activity() + "/completion", "{\"feedback\":\"Went well\"}"));
    }

    @Override
    public void message(LightClient client, Deal deal, long number) throws IOException {
        key(client, "t" + number);
        expect(client.send("POST", "/api/records/opportunity/" + deal.id() + "/messages",
                "{\"kind\":\"message\",\"body\":\"The offer number " + number + " is on its way.\"}"));
    }

    @Override
    public void addFollowers(LightClient client, Deal deal) throws IOException {
        for (long person : people(client)) {
            expect(client.send("POST", "/api/records/opportunity/" + deal.id() + "/followers",
                    "{\"person\":{\"kind\":\"user\",\"id\":" + person + "}}"));
        }
    }

    @Override
    public void board(LightClient client) throws IOException {
        expect(client.send("GET", "/api/board", null));
    }

    @Override
    public void counts(LightClient client) throws IOException {
        expect(client.send("GET", "/api/activities/summary", null));
    }

    @Override
    public void shares(LightClient client, boolean shared) {
        client.headers(shared ? session : session + "Cache-Control: no-cache\r\n");
    }

    @Override
    public void search(LightClient client, long number) throws IOException {
        expect(client.send("GET", "/api/opportunities?limit=20&q=deal+" + number % 1000, null));
    }

    private synchronized List<Long> people(LightClient client) throws IOException {
        for (int i = people.size(); i < 10; i++) {
            String name = "follower" + System.nanoTime();
            people.add(number(ID, expect(client.send("POST", "/api/users", "{\"login\":\"" + name + "\",\"name\":\"Follower " + i
                    + "\",\"password\":\"secret-" + name + "\",\"roles\":[\"manager\"]}")).body()));
        }
        return people;
    }

    private void key(LightClient client, String key) {
        if (keys) {
            client.headers(session + "Idempotency-Key: " + key + "-" + hashCode() + "\r\n");
        }
    }

    private static Reply expect(Reply reply) {
        if (reply.status() / 100 != 2) {
            throw new Refused(reply.status() + ": " + reply.body());
        }
        return reply;
    }

    private static long number(Pattern pattern, String body) {
        return Long.parseLong(text(pattern, body));
    }

    private static String text(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("Not in the answer: " + pattern + " in " + body);
        }
        return found.group(1);
    }
}
