package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;

/** The pipeline's board as a person sees and handles it. */
record Board(Page page) {

    /** A column by the name of its stage, open or folded. */
    Locator column(String stage) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + stage + "(,.*)?$")));
    }

    Locator card(String name) {
        return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHas(link(name)));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A column's cards from the top are these, and no others. */
    void holds(String stage, String... names) {
        assertThat(column(stage).getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3))).hasText(names);
    }

    /** Takes a card with the mouse to the middle of a column's place: below so many of its cards. */
    void drag(String name, String stage, int below) {
        lift(name);
        Locator target = column(stage);
        BoundingBox box = target.boundingBox();
        double y = box.y + 90;
        if (below > 0) {
            BoundingBox last = target.getByRole(AriaRole.ARTICLE).nth(below - 1).boundingBox();
            y = last.y + last.height + 12;
        }
        page.mouse().move(box.x + box.width / 2, y, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(10));
        drop(target);
    }

    /** Presses on a card and moves a little, so that it hangs on the mouse. */
    void lift(String name) {
        BoundingBox box = card(name).boundingBox();
        page.mouse().move(box.x + 20, box.y + box.height - 8);
        page.mouse().down();
        page.mouse().move(box.x + 32, box.y + box.height - 2, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(3));
    }

    private void drop(Locator target) {
        assertThat(target.locator(".hole").or(target.and(page.locator(".over"))).first()).isVisible();
        page.mouse().up();
    }
}
