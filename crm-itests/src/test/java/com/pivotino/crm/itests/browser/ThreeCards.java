package com.pivotino.crm.itests.browser;

/** Tests of what happens to one of three cards that lie in New, for somebody who sees no others. */
public abstract class ThreeCards extends BrowserCase {

    final Person person;
    final long lowest;
    final long middle;
    final long top;

    ThreeCards(String name) {
        person = Person.salesperson(name);
        lowest = person.opportunity("Lowest");
        middle = person.opportunity("Middle");
        top = person.opportunity("Top");
    }
}
