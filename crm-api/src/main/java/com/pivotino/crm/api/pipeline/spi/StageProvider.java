package com.pivotino.crm.api.pipeline.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings stages of the pipeline. An OSGi service, asked through the plugin invoker after it has come and after its service
 * properties have changed, never inside a transaction. The product's own stages come the same way, with ranking -100.
 *
 * <p><b>Several match</b>: the pipeline has the union of all stages; of one key the highest ranking wins, and the others are
 * shadowed until the winner goes.
 *
 * <p><b>Result</b>: a stage with a new key is added to the pipeline. A stage that is there follows its definition, except
 * in what a manager has edited. A stage that a manager has deleted stays deleted. One definition that is not acceptable (a
 * second stage of kind {@code new}, a missing name) is left out and logged; the others count.
 *
 * <p><b>Failure</b> (an exception, no answer in time, null) or a provider that is gone: its stages become unavailable. They are
 * shown as remembered, cards may leave them and not enter them ({@code stage_unavailable}). When the provider is back, so
 * are its stages, with the cards that stand there.
 *
 * <p>Implementations are thread-safe and do not call command services.
 */
@ExtensionPoint
@ConsumerType
public interface StageProvider {

    /**
     * Service property, Long+ or String+, default all: ids of the teams whose pipelines get the stages. Without it they are
     * common stages of all teams.
     */
    String PIPELINE = "crm.pipeline";

    /** Its stages, in any order. */
    List<StageDefinition> stages();
}
