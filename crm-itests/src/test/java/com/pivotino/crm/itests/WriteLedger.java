package com.pivotino.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * One client that writes all kinds of things to cards of its own and keeps, outside of the product, what was acknowledged.
 * It stops when the product no longer answers; what it was doing then may have happened or not.
 */
final class WriteLedger implements Runnable {

    private static final List<Integer> OPEN_STAGES = List.of(2, 3, 4);

    /** A card as the last acknowledged answer showed it. */
    private record Known(long id, long version, String name, long stageId, String outcome) {
        static Known of(JsonNode card) {
            return new Known(card.path("id").asLong(), card.path("version").asLong(), card.path("name").asText(),
                    card.path("stageId").asLong(), card.path("outcome").asText());
        }
    }

    /** A creation with its idempotency key. */
    private record Creation(String key, String name, long id) {
    }

    private final Rest rest;
    private final Random random;
    private final List<Known> cards = new ArrayList<>();
    private final List<Creation> creations = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private volatile int acknowledged;
    private Creation creating;
    private long writingTo;

    WriteLedger(Rest rest, long seed) {
        this.rest = rest;
        this.random = new Random(seed);
    }

    int acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        creating = null;
        writingTo = 0;
        try {
            while (unexpected.isEmpty()) {
                if (cards.size() < 3 || random.nextInt(4) == 0) {
                    create();
                } else {
                    int place = random.nextInt(cards.size());
                    cards.set(place, write(cards.get(place)));
                }
                acknowledged = acknowledged + 1;
            }
        } catch (UncheckedIOException e) {
            // The product is gone; what was being written stays noted.
            return;
        }
    }

    private void create() {
        String marker = "m" + UUID.randomUUID().toString().replace("-", "");
        creating = new Creation(UUID.randomUUID().toString(), marker, 0);
        Rest.Reply reply = expect(creation(creating), 201);
        creations.add(new Creation(creating.key, marker, reply.id()));
        cards.add(Known.of(reply.json()));
        creating = null;
    }

    private Rest.Reply creation(Creation creation) {
        return rest.with("Idempotency-Key", creation.key).post("/opportunities", Map.of(
                "name", creation.name, "expectedRevenue", Map.of("amount", creation.name.length(), "currency", "EUR")));
    }

    /** As the browser, which sends a key with each act. */
    private Rest keyed() {
        return rest.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Known write(Known card) {
        writingTo = card.id;
        String path = "/opportunities/" + card.id;
        boolean open = card.outcome.equals("open");
        Rest.Reply reply = switch (random.nextInt(open ? 5 : 2)) {
            case 0 -> rest.patch(path, Map.of("name", card.name + "x"));
            case 1 -> open ? keyed().post(path + "/stage-moves", Map.of("stageId", OPEN_STAGES.get(random.nextInt(3))))
                    : keyed().post(path + "/restoration", Map.of());
            case 2 -> keyed().post(path + "/lost", Map.of("lostReasonId", 3));
            case 3 -> keyed().post(path + "/won", Map.of());
            default -> complete(path);
        };
        Known after = Known.of(expect(reply, 200).json());
        writingTo = 0;
        return after;
    }

    /** Completes the next activity, if there is one; answers the card after that. */
    private Rest.Reply complete(String path) {
        JsonNode next = expect(rest.get(path), 200).json().path("nextActivity");
        if (next.isObject()) {
            expect(keyed().post("/activities/" + next.path("id").asLong() + "/completion", Map.of("feedback", "done")), 200);
        }
        return rest.get(path);
    }

    private Rest.Reply expect(Rest.Reply reply, int status) {
        if (reply.status() != status) {
            unexpected.add(reply.toString());
        }
        return reply;
    }

    /** Holds the product against the ledger; answers what does not agree. */
    List<String> compare() {
        List<String> wrong = new ArrayList<>(unexpected);
        for (int i = 0; i < cards.size(); i++) {
            Known card = cards.get(i);
            Rest.Reply reply = rest.get("/opportunities/" + card.id);
            Known now = reply.status() == 200 ? Known.of(reply.json()) : null;
            if (now == null || now.version < card.version || now.version > card.version && card.id != writingTo
                    || now.version == card.version && !now.equals(card)) {
                wrong.add("acknowledged " + card + ", but " + reply);
            } else {
                cards.set(i, now);
            }
        }
        if (creating != null) {
            // As a client does that got no answer: the same again. It must be there once.
            Rest.Reply reply = creation(creating);
            if (reply.status() == 201) {
                creations.add(new Creation(creating.key, creating.name, reply.id()));
                cards.add(Known.of(rest.get("/opportunities/" + reply.id()).json()));
            } else {
                wrong.add("again after the crash: " + reply);
            }
        }
        for (Creation creation : creations.subList(Math.max(0, creations.size() - 5), creations.size())) {
            JsonNode found = rest.get("/opportunities?q=" + creation.name).json().path("items");
            if (found.size() != 1 || found.get(0).path("id").asLong() != creation.id) {
                wrong.add("made once as " + creation.id + ", but " + found);
            }
            Rest.Reply again = creation(creation);
            if (again.status() != 201 || again.id() != creation.id) {
                wrong.add("the same key should answer " + creation.id + ", but " + again);
            }
        }
        return wrong;
    }
}
