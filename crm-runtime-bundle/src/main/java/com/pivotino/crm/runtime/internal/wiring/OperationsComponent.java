package com.pivotino.crm.runtime.internal.wiring;

import com.pivotino.crm.runtime.internal.lane.LaneReports;
import com.pivotino.crm.runtime.internal.plugin.PluginComponent;
import com.pivotino.crm.runtime.internal.plugin.PluginRecord;
import com.pivotino.crm.runtime.internal.reaction.ReactionStore;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the operator may ask and do; behind the shell commands. */
@Component(service = OperationsComponent.class)
public final class OperationsComponent {

    private final ActsComponent acts;
    private final PluginComponent plugins;
    private final LaneReports lanes;
    private final ReactionStore store = new ReactionStore();

    @Activate
    public OperationsComponent(@Reference ActsComponent acts, @Reference PluginComponent plugins) {
        this.acts = acts;
        this.plugins = plugins;
        this.lanes = new LaneReports(acts.core().database());
    }

    public List<LaneReports.Line> listeners() {
        return lanes.lines();
    }

    public List<LaneReports.Parked> parked(int limit) {
        return lanes.parked(limit);
    }

    /** All reactions that were ever here, with what is before them. */
    public List<ReactionStore.Backlog> reactions() {
        return database().inNew(store::backlogs);
    }

    /** The reactions that are here now; those that are left out say why. */
    public List<ReactionServices.Entry> reactionServices() {
        return acts.services().all();
    }

    public List<PluginRecord.State> plugins() {
        return plugins.states();
    }

    /**
     * Delivers parked events again, to the listener or reaction with this id.
     *
     * @return how many
     */
    public int replay(String id) {
        int toListener = lanes.again(id);
        int toReaction = database().inNew(connection -> store.unpark(connection, id));
        acts.core().dispatcher().again();
        return toListener + toReaction;
    }

    /** Forgets a reaction that will not come back; false if it is not known. */
    public boolean forget(String id) {
        return database().inNew(connection -> store.forget(connection, id));
    }

    private Database database() {
        return acts.core().database();
    }
}
