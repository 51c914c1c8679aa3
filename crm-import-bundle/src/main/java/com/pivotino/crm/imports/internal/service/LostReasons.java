package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.NewLostReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lost reasons as of now, by id or by name; the one that the options name is made if there is none. */
final class LostReasons {

    private final LostReasonService service;
    private final Call call;
    private final String wanted;
    private List<LostReason> all;

    LostReasons(RunContext run) {
        this.service = run.around().lostReasons();
        this.call = new Call(run.actor(), "import", null);
        this.wanted = run.file().options().lostReason();
    }

    /** Whether {@code #id} or a name means a reason that can be given, or one that will be made. */
    boolean known(String text) {
        return find(text).isPresent() || text.equalsIgnoreCase(wanted);
    }

    /** The reason, made if the options name it and there is none. */
    LostReason get(String text) {
        return find(text).orElseGet(() -> {
            LostReason made = service.create(call, new NewLostReason(text, null, false));
            all = null;
            return made;
        });
    }

    private Optional<LostReason> find(String text) {
        if (all == null) {
            all = service.list(call.actor(), new ListQuery(ListQuery.MAX_LIMIT, null, null, false,
                    Map.of("active", List.of("true")))).items();
        }
        return all.stream().filter(reason -> text.startsWith("#") ? text.equals("#" + reason.id())
                : reason.name().equalsIgnoreCase(text)).findFirst();
    }
}
