package com.pivotino.crm.benchmarks.micro;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.recurrence.Window;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.RecipientQuestion;
import com.pivotino.crm.chatter.internal.recipient.RecipientQuestion.Follower;
import com.pivotino.crm.chatter.internal.recipient.Recipients;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The code without database or clock that nearly every call runs through. Times are microseconds per call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PureCode {

    private static final List<String> KINDS = List.of("new", "first_activity", "normal", "normal", "won", "lost");
    private static final String LETTER =
            "Dear Ann,\n\n**the offer** for *40 seats* is attached.\n\n- delivery in week 12\n- price as agreed\n\n"
            + "> Can you confirm by Friday?\n\nSee <https://example.com/offer?id=7> and `order 4711`.\n";

    private final List<Stage> stages = stages();
    private final MessageFormatter formatter = new MessageFormatter();
    private final Series weekly = Series.starting(TimeSlot.timed(LocalDateTime.parse("2020-01-06T09:00"),
            LocalDateTime.parse("2020-01-06T10:00"), ZoneId.of("Europe/Berlin")), "FREQ=WEEKLY;BYDAY=MO,TH", Map.of());
    private final Window month = new Window(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-05T00:00:00Z"), ZoneOffset.UTC);
    private final RecipientQuestion ten = question(10);
    private final RecipientQuestion thousand = question(1_000);

    /** The stage that a completed first activity leads to. */
    @Benchmark
    public Optional<Stage> stageLadder() {
        return new StageLadder(stages).afterFirstActivity(stages.get(0), 1L);
    }

    /** One month of a series that began six years before. */
    @Benchmark
    public List<Occurrence> recurrence() {
        return weekly.occurrences(month);
    }

    @Benchmark
    public Recipients.Answer recipientsOfTen() {
        return Recipients.of(ten);
    }

    @Benchmark
    public Recipients.Answer recipientsOfThousand() {
        return Recipients.of(thousand);
    }

    @Benchmark
    public Money mergePatch() {
        MergePatch patch = new MergePatch(Map.of("name", "40 seats", "expectedRevenue", Map.of("amount", "18400.50", "currency", "EUR")));
        patch.allowing(Set.of("name", "expectedRevenue"), Set.of("id", "version"));
        patch.requiredText("name", 200);
        return patch.money("expectedRevenue", "EUR");
    }

    /** Markdown to safe HTML. */
    @Benchmark
    public String sanitiser() {
        return formatter.html(LETTER, "markdown");
    }

    private static List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            stages.add(new Stage(i + 1, 1, "Stage " + i, KINDS.get(i), 10 * (i + 1), 20, null, false, null, true));
        }
        return stages;
    }

    private static RecipientQuestion question(int followers) {
        List<Follower> all = new ArrayList<>();
        for (int i = 2; i < followers + 2; i++) {
            all.add(new Follower(user(i), Set.of("message", "note")));
        }
        return new RecipientQuestion(false, PersonRef.user(1), all, null, user(1), List.of(), List.of(), List.of(), List.of(), Set.of(),
                Set.of());
    }

    private static Party user(long id) {
        return new Party(PersonRef.user(id), "User " + id, "user" + id + "@example.com", true, false, NotificationPreferences.UNCHOSEN);
    }
}
