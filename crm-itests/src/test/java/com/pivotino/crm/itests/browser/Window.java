package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.pivotino.crm.itests.Rest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A window of the product: who sits before it, and what they see and do. Closing it tells what went wrong in it unseen. */
final class Window implements AutoCloseable {

    private final World world;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private Rest rest;
    private long me;

    Window(World world, BrowserContext context) {
        this.world = world;
        this.context = context;
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(fault -> faults.add("error: " + fault));
        page.onConsoleMessage(this::hear);
        page.onRequest(request -> {
            if (!request.url().startsWith(world.url()) && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                faults.add("another host: " + request.url());
            }
        });
    }

    /** A refusal of the server is logged by Chromium too; that is no fault of the page. */
    private void hear(ConsoleMessage message) {
        if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
            faults.add("console: " + message.text());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What this person can do by REST. */
    Rest rest() {
        return rest;
    }

    Window signIn(String login, String password) {
        rest = world.as(login);
        me = rest.get("/me").expect(200).id();
        page.navigate(world.url() + "/signin");
        page.getByLabel("Login").fill(login);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        assertThat(page.locator("crm-head, crm-onboarding").first()).isVisible();
        return this;
    }

    Window open(String path) {
        page.navigate(world.url() + path);
        assertThat(page.locator("main").first()).isVisible();
        return this;
    }

    /** Makes a card of this person's by REST. */
    long card(String name, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        body.putIfAbsent("salespersonId", me);
        return rest.post("/opportunities", body).expect(201).id();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator toast() {
        return page.locator(".toast");
    }

    /** A column of the board, open or folded. */
    Locator column(String stage) {
        return page.locator("crm-column").filter(new Locator.FilterOptions().setHas(page.locator("section[aria-label^=\"" + stage + "\"]")));
    }

    Locator cardIn(String stage, String name) {
        return column(stage).locator("crm-card:not([hidden])").filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator card(String name) {
        return page.locator("crm-card:not([hidden])").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** The names of a column's cards, from the top. */
    void shows(String stage, String... names) {
        assertThat(column(stage).locator("crm-card:not([hidden]) h3")).hasText(names);
    }

    Locator field(String name) {
        return page.locator("crm-field[name=" + name + "]");
    }

    /** Takes the card with the mouse and holds it over a stage, this far below the column's top. */
    Window hold(String name, String stage, double below) {
        BoundingBox from = card(name).boundingBox();
        BoundingBox to = column(stage).boundingBox();
        page.mouse().move(from.x + 60, from.y + 20);
        page.mouse().down();
        page.mouse().move(from.x + 75, from.y + 30, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(to.x + to.width / 2, to.y + below, new Mouse.MoveOptions().setSteps(10));
        assertThat(page.locator(".card-ghost.lift")).isVisible();
        assertThat(column(stage).locator(".hole, .fold.over")).isVisible();
        return this;
    }

    /** Lets go of it. */
    Window drop() {
        page.mouse().up();
        return this;
    }

    Window focus(String card) {
        card(card).locator("h3 a").focus();
        return this;
    }

    Window press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Window type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** The address has come to match. */
    void at(String pattern) {
        assertThat(page).hasURL(Pattern.compile(pattern));
    }

    @Override
    public void close() {
        context.close();
        assertEquals("nothing went wrong unseen", List.of(), faults);
    }
}
