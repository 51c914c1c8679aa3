package com.pivotino.crm.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.rules.ExternalResource;

/** One product and one Chromium for all browser tests of a run: the first rule that comes opens them, the last one closes. */
final class BrowserWorld extends ExternalResource {

    static final double PATIENCE = 20_000;

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    /** For writing tests: one that runs already, with {@link CrmProcess#PASSWORD}, instead of a new one. */
    private static final String RUNNING = System.getProperty("crm.browser.url");

    private static int users;
    private static CrmProcess product;
    private static Playwright playwright;
    private static Browser browser;

    private final String features;

    BrowserWorld() {
        this("");
    }

    /** @param features what the product has in addition, should it be started for this rule */
    BrowserWorld(String features) {
        this.features = features;
    }

    @Override
    protected void before() {
        if (users == 0) {
            open(chromium(), features);
        }
        users++;
    }

    private static void open(Path chromium, String features) {
        if (RUNNING == null) {
            startProduct(features);
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private static void startProduct(String features) {
        product = new CrmProcess("browser");
        if (!features.isEmpty()) {
            product.with("CRM_FEATURES", features);
        }
        boolean ready = false;
        try {
            product.start();
            ready = true;
        } finally {
            if (!ready) {
                product.close();
            }
        }
    }

    @Override
    protected void after() {
        users--;
        if (users == 0) {
            try (CrmProcess ended = product; Playwright closed = playwright) {
                browser.close();
            }
        }
    }

    static String url() {
        return RUNNING == null ? product.url() : RUNNING;
    }

    /** A stranger's client of the product. */
    static Rest rest() {
        return new Rest(url());
    }

    static Rest admin() {
        return rest().as("admin", CrmProcess.PASSWORD);
    }

    static Browser browser() {
        return browser;
    }

    /**
     * The Chromium that the environment names, else an installed one, the shell without a window first, as it needs
     * less CPU; without one the browser tests are skipped.
     */
    private static Path chromium() {
        Optional<Path> found = Stream.of(System.getenv().getOrDefault("CRM_CHROMIUM", "/usr/bin/chromium-headless-shell"),
                "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("The browser tests are skipped: no Chromium is installed (CRM_CHROMIUM may name one).");
        }
        Assume.assumeTrue("No Chromium is installed (CRM_CHROMIUM may name one).", found.isPresent());
        return found.get();
    }
}
