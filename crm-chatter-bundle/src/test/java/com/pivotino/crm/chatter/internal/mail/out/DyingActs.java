package com.pivotino.crm.chatter.internal.mail.out;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;

import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Transaction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A node that dies: after so many transactions none begins any more, whatever cleaning up is tried. */
final class DyingActs implements Acts {

    /** The node is dead. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Acts acts;
    private int left;

    DyingActs(Acts acts, int transactions) {
        this.acts = acts;
        this.left = transactions;
    }

    private Acts alive() {
        if (left-- <= 0) {
            throw new Killed();
        }
        return acts;
    }

    @Override
    public <T> Answer<T> run(Act act, Function<Transaction, T> work) {
        return alive().run(act, work);
    }

    @Override
    public <T> Answer<T> aside(Act act, Function<Transaction, T> work) {
        return alive().aside(act, work);
    }

    @Override
    public <T> Attempt<T> attempt(Act act, Function<Transaction, T> work) {
        return alive().attempt(act, work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return acts.read(work);
    }
}
