package com.pivotino.crm.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.rules.ExternalResource;

/** The product and an installed Chromium, started once; the flows make their own people and cards in it by REST. */
final class World extends ExternalResource {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final CrmProcess crm;
    private Playwright playwright;
    private Browser browser;
    private int made;

    World(CrmProcess crm) {
        this.crm = crm;
    }

    @Override
    protected void before() {
        String chromium = Stream.concat(Stream.ofNullable(System.getenv("CRM_CHROMIUM")), Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name))).filter(path -> new File(path).canExecute()).findFirst().orElse(null);
        Assume.assumeTrue("No Chromium is installed: the browser tests do not run. Install one, or name it in CRM_CHROMIUM.", chromium != null);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        crm.start();
    }

    @Override
    protected void after() {
        if (playwright != null) {
            playwright.close();
        }
        crm.close();
    }

    String url() {
        return crm.url();
    }

    Rest admin() {
        return crm.admin();
    }

    Rest as(String login) {
        return crm.rest().as(login, CrmProcess.PASSWORD);
    }

    /** A window of its own, nobody signed in. */
    Window window(Browser.NewContextOptions options) {
        return new Window(this, browser.newContext(options.setLocale("en-GB").setTimezoneId("Europe/Berlin")));
    }

    /** A desk's window with a new salesperson signed in, who sees nobody else's cards. */
    Window desk() {
        return window(new Browser.NewContextOptions().setViewportSize(1440, 820)).signIn(person("salesperson"), CrmProcess.PASSWORD).open("/pipeline");
    }

    /** A phone with touch. */
    Window phone() {
        return window(new Browser.NewContextOptions().setViewportSize(390, 780).setHasTouch(true).setIsMobile(true))
                .signIn(person("salesperson"), CrmProcess.PASSWORD).open("/pipeline");
    }

    /** Makes a person and answers the login. */
    String person(String role) {
        answerQuestionnaire();
        String login = role + ++made;
        admin().post("/users", Map.of("login", login, "name", "Person " + made, "email", login + "@example.com", "password", CrmProcess.PASSWORD,
                "roles", List.of(role))).expect(201);
        return login;
    }

    private void answerQuestionnaire() {
        if (!admin().get("/onboarding").json().path("completed").asBoolean()) {
            admin().put("/onboarding", Map.of("dueDays", 3, "mode", "calendar", "zone", "Europe/Berlin", "currency", "EUR")).expect(200);
        }
    }
}
