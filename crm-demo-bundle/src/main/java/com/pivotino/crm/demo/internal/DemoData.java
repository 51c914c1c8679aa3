package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.demo.internal.Sellers.Seller;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the whole demonstration within one act: it is there, or nothing of it is. The same each time but for passwords. */
final class DemoData {

    private static final long SEED = 20_261_123L;
    private static final int AT_ONCE = 24;

    private final DemoServices services;
    private final Directory directory;
    private final Settings settings;
    private final SignInFile file;

    DemoData(DemoServices services, Directory directory, Settings settings, SignInFile file) {
        this.services = services;
        this.directory = directory;
        this.settings = settings;
        this.file = file;
    }

    /** Whether nobody has sold anything here yet. */
    static boolean isWanted(DemoServices services, Actor system) {
        return services.opportunities().list(system, ListQuery.first(1)).items().isEmpty();
    }

    /** Makes it. The sign-ins are written before the commit: passwords that nobody knows would be worse than a file too many. */
    int make(Transaction tx) {
        Chance chance = new Chance(SEED);
        ZoneId zone = settings.zone();
        Sellers sellers = new Sellers(services.people(), directory, tx.actor());
        List<Seller> people = sellers.make();
        if (!sellers.signIns().isEmpty()) {
            file.write(sellers.signIns());
        }
        Pipeline pipeline = new Pipeline(chance, tx.now(), zone, settings.currency(), stages(tx.actor()), reasons(tx.actor()));
        List<ImportedOpportunity> rows = pipeline.make(people, customers(chance, tx.actor()));
        NextSteps steps = new NextSteps(services.activities(), types(), chance, tx.now().atZone(zone).toLocalDate());
        List<ImportedOpportunity> byTime = rows.stream().sorted(Comparator.comparing(DemoData::since)).toList();
        for (int i = 0; i < byTime.size(); i += AT_ONCE) {
            List<ImportedOpportunity> some = byTime.subList(i, Math.min(byTime.size(), i + AT_ONCE));
            people.forEach(seller -> sell(seller, some, steps));
        }
        return rows.size();
    }

    /** Makes a seller's share of them; later ones stand above earlier ones on the board. */
    private void sell(Seller seller, List<ImportedOpportunity> some, NextSteps steps) {
        List<ImportedOpportunity> own = some.stream().filter(row -> row.what().salespersonId() == seller.id()).toList();
        for (Opportunity card : services.opportunities().createAll(new Call(seller.actor(), "import", null), own)) {
            if (card.outcome().equals("open")) {
                steps.plan(seller.actor(), card);
            }
        }
    }

    private static Instant since(ImportedOpportunity row) {
        return row.stageSince() == null ? row.closedAt() : row.stageSince();
    }

    private List<Long> customers(Chance chance, Actor system) {
        List<Long> ids = new ArrayList<>();
        for (String company : Words.COMPANIES) {
            String domain = Normalizer.normalize(company, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-");
            String phone = String.format("+33 1 99 00 %02d %02d", chance.between(10, 99), chance.between(10, 99));
            ids.add(services.people().createContact(system,
                    new NewContact(company, "contact@" + domain + ".example", phone, null)).id());
        }
        return ids;
    }

    private List<Stage> stages(Actor system) {
        return services.stages().list(system, active()).items();
    }

    private List<LostReason> reasons(Actor system) {
        return services.reasons().list(system, active()).items().stream().filter(reason -> !reason.noteRequired()).toList();
    }

    private List<ActivityType> types() {
        return services.types().list(active()).items();
    }

    private static ListQuery active() {
        return new ListQuery(ListQuery.MAX_LIMIT, null, null, false, Map.of("active", List.of("true")));
    }
}
