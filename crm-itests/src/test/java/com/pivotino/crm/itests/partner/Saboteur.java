package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.notification.spi.Audience;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A partner's plugins that misbehave, all in the way that a file in the data folder names. */
public final class Saboteur {

    public static final String FILE = "saboteur.txt";
    public static final List<String> WAYS = List.of("throws", "error", "overflow", "hangs", "spins", "allocates", "null", "nonsense",
            "interrupts");
    private static final int MB = 1 << 20;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final AtomicBoolean SPINNING = new AtomicBoolean();

    private Saboteur() {
    }

    private static String way() {
        try {
            return Files.readString(Path.of(System.getProperty("crm.data"), FILE)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the answer that is asked for, null or nonsense */
    private static <T> T answer(T good, T nonsense) {
        String way = way();
        switch (way) {
            case "throws" -> throw new IllegalStateException("sabotage");
            case "error" -> throw new LinkageError("sabotage");
            case "overflow" -> {
                return answer(good, deeper(good));
            }
            case "hangs" -> hang(way);
            case "spins" -> spin();
            case "allocates" -> allocate();
            case "interrupts" -> Thread.currentThread().interrupt();
            default -> {
                // Answers.
            }
        }
        return way.equals("null") ? null : way.equals("nonsense") ? nonsense : good;
    }

    private static <T> T deeper(T value) {
        return value == null ? null : deeper(value);
    }

    /** One spins and the others hang, so that a small machine has something left. */
    private static void spin() {
        if (!SPINNING.compareAndSet(false, true)) {
            hang("spins");
            return;
        }
        long looked = System.nanoTime();
        boolean on = true;
        while (on) {
            if (System.nanoTime() - looked > PAUSE_NS) {
                on = way().equals("spins");
                looked = System.nanoTime();
            }
        }
        SPINNING.set(false);
    }

    private static void hang(String way) {
        while (way().equals(way)) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private static void allocate() {
        long sum = 0;
        for (int i = 0; i < 40; i++) {
            byte[] much = new byte[8 * MB];
            Arrays.fill(much, (byte) i);
            sum += much[i];
        }
        if (sum < 0) {
            throw new IllegalStateException();
        }
    }

    /** Refuses nothing. */
    public static final class Guard implements StageGuard {
        @Override
        public StageVerdict check(StageMove move) {
            return answer(StageVerdict.allow(), StageVerdict.deny(null, null));
        }
    }

    /** Proposes nothing. */
    public static final class Trigger implements StageTrigger {
        @Override
        public Optional<StageProposal> propose(DomainEvent event, Opportunity opportunity) {
            return answer(Optional.empty(), Optional.of(new StageProposal("no such stage", -1L, null)));
        }
    }

    /** Has one stage. */
    public static final class Stages implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return answer(List.of(new StageDefinition("sabotage", "Sabotage", 900, 50)),
                    Collections.singletonList(new StageDefinition(null, "", "unheard-of", -1, 4711, false, "no colour")));
        }
    }

    /** Has one type. */
    public static final class Types implements ActivityTypeProvider {
        @Override
        public List<ActivityTypeDefinition> types() {
            return answer(List.of(new ActivityTypeDefinition("sabotage", "Sabotage", "check", "todo")),
                    Collections.singletonList(new ActivityTypeDefinition("", null, null, "unheard-of", -1, "eons", List.of(), null, null)));
        }
    }

    /** Has no opinion. */
    public static final class DueDates implements DueDatePolicy {
        @Override
        public Optional<DueDate> dueDate(DueDateQuestion question) {
            return answer(Optional.empty(), Optional.of(new DueDate(LocalDate.MIN, null)));
        }
    }

    /** Names nobody. */
    public static final class Rule implements NotificationRule {
        @Override
        public Set<String> recipients(DomainEvent event, Audience audience) {
            return answer(Set.of(), Set.of("", "user:0", "user:99999999999999999999", "everybody"));
        }
    }

    /** Delivers. */
    public static final class Channel implements NotificationChannel {
        @Override
        public DeliveryResult deliver(OutgoingNotification notification) {
            return answer(DeliveryResult.delivered(), new DeliveryResult(DeliveryResult.Outcome.REJECTED, "x".repeat(10_000)));
        }
    }

    /** Listens. */
    public static final class Listener implements DomainEventListener {
        @Override
        public void on(DomainEvent event) {
            answer("", "");
        }
    }
}
