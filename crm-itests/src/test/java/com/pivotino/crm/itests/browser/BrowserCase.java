package com.pivotino.crm.itests.browser;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;

/** What browser tests share: people to sign in, pages, a picture of a failure, and the check that pages kept to the rules. */
public abstract class BrowserCase {

    @ClassRule
    public static final BrowserWorld WORLD = new BrowserWorld();

    @Rule
    public final TestWatcher pictures = new TestWatcher() {
        @Override
        protected void failed(Throwable e, Description test) {
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures",
                        test.getMethodName() + "-" + i + ".png")));
            }
        }

        @Override
        protected void finished(Description test) {
            pages.forEach(page -> page.context().close());
        }
    };

    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** A strict policy means: nothing violates it, nothing is asked of another host, and no script fails. */
    @After
    public void no_page_broke_the_content_policy_or_asked_another_host() {
        assertEquals(List.of(), complaints);
    }

    static Rest admin() {
        return BrowserWorld.admin();
    }

    /** The id of the common stage with this name. */
    static long stage(String name) {
        for (JsonNode stage : admin().get("/stages").expect(200).json().path("items")) {
            if (name.equals(stage.path("name").asText())) {
                return stage.path("id").asLong();
            }
        }
        throw new AssertionError("No stage " + name);
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB").setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** The whole label, not a part of it. */
    static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** A browser of its own in which nobody is signed in. */
    Page visit(Browser.NewContextOptions options, String path) {
        Page page = BrowserWorld.browser().newContext(options.setBaseURL(BrowserWorld.url())).newPage();
        page.setDefaultTimeout(BrowserWorld.PATIENCE);
        watch(page);
        pages.add(page);
        page.navigate(path);
        return page;
    }

    /** The same for somebody who is signed in already. */
    Page visit(Person person, Browser.NewContextOptions options, String path) {
        Page page = visit(options, "/api/health/live");
        int status = page.request().post("/api/session",
                RequestOptions.create().setData(Map.of("login", person.login(), "password", CrmProcess.PASSWORD))).status();
        assertEquals("Signing in as " + person.login(), 200, status);
        page.navigate(path);
        return page;
    }

    Page visit(Person person, String path) {
        return visit(person, desktop(), path);
    }

    private void watch(Page page) {
        page.onRequest(request -> {
            if (!request.url().startsWith(BrowserWorld.url() + "/") && !request.url().startsWith("blob:")) {
                complaints.add("asked another host: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add("a script failed: " + error));
    }
}
