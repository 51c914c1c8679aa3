package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.After;
import org.junit.Test;

/** Files go with what was done or is planned, and come back as they were. */
public class Attaching extends BrowserCase {

    private static final byte[] OFFER = "Offer: two cranes, one week.\n".repeat(200).getBytes(StandardCharsets.UTF_8);

    private final Person person = Person.salesperson("Atta Cher");
    private final long id = person.opportunity("Crane papers");
    private final long call = Work.plan(person, id, "Send the offer", LocalDate.now(ZoneOffset.UTC));

    @After
    public void the_limit_is_as_before() {
        admin().patch("/settings", Map.of("attachmentLimitMb", 25)).expect(200);
    }

    @Test
    public void what_is_added_when_done_stands_in_the_feed_and_is_saved_as_it_was() throws IOException {
        Page page = visit(person, "/opportunities/" + id);
        page.getByLabel("Done: Call: Send the offer").click();
        Seen.button(page, "More …").click();
        Locator dialog = Seen.dialog(page);
        choose(dialog, file("offer.txt", OFFER), file("not-wanted.txt", OFFER));
        Seen.button(dialog, "Remove not-wanted.txt").click();
        assertThat(dialog.locator(".file-list li")).hasCount(1);
        Seen.button(dialog, "Mark done").click();

        assertThat(dialog).isHidden();
        Locator link = page.locator("crm-feed .entry-files a");
        assertThat(link).hasCount(1);
        assertThat(link).hasText("offer.txt");
        Download download = page.waitForDownload(link::click);
        assertEquals("offer.txt", download.suggestedFilename());
        assertArrayEquals(OFFER, Files.readAllBytes(download.path()));
    }

    @Test
    public void an_image_is_shown_small_in_a_box_that_is_there_before_it_and_what_is_no_image_is_not() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", png);
        long image = person.rest().send("POST", "/attachments?name=plan.png", "image/png", png.toByteArray()).expect(201).id();
        long text = person.rest().send("POST", "/attachments?name=script.svg", "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)).expect(201).id();
        person.rest().post("/records/opportunity/" + id + "/messages", Map.of("kind", "note", "body", "Two files",
                "attachmentIds", List.of(image, text))).expect(201);
        Page page = visit(person, "/opportunities/" + id);
        Locator shown = page.locator("crm-feed .entry-preview");
        assertThat(shown).hasCount(1);
        shown.scrollIntoViewIfNeeded();
        assertThat(shown).hasAttribute("alt", "Preview of plan.png");
        assertThat(shown).hasAttribute("loading", "lazy");
        page.waitForFunction("() => document.querySelector('crm-feed .entry-preview').naturalWidth === 640");
        assertEquals(160, (int) shown.boundingBox().width);
        assertEquals(120, (int) shown.boundingBox().height);
    }

    @Test
    public void what_happened_already_is_logged_with_its_files() {
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByLabel("Summary").fill("They sent a sketch");
        Seen.dialog(page).getByLabel("This has happened already").check();
        choose(Seen.dialog(page), file("sketch.txt", OFFER));
        Seen.button(Seen.dialog(page), "Remove sketch.txt").waitFor();
        Seen.button(Seen.dialog(page), "Log it").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(page.locator("crm-feed .entry").filter(new Locator.FilterOptions().setHasText("They sent a sketch"))
                .locator(".entry-files")).containsText("sketch.txt");
    }

    @Test
    public void one_that_is_refused_says_why_and_the_others_are_kept() {
        admin().patch("/settings", Map.of("attachmentLimitMb", 1)).expect(200);
        Page page = visit(person, "/opportunities/" + id);
        page.getByLabel("Done: Call: Send the offer").click();
        Seen.button(page, "More …").click();
        Locator dialog = Seen.dialog(page);
        choose(dialog, file("large.txt", new byte[2 << 20]), file("setup.exe", OFFER), file("offer.txt", OFFER));

        Locator refused = dialog.locator("crm-files .refusal");
        assertThat(refused).hasCount(2);
        assertThat(refused.nth(0)).containsText("large.txt");
        assertThat(refused.nth(1)).containsText("setup.exe is a program");
        assertThat(dialog.locator(".file-list li")).hasCount(1);
        Seen.button(dialog, "Mark done").click();
        assertThat(page.locator("crm-feed .entry-files a")).hasText("offer.txt");
    }

    @Test
    public void a_planned_one_holds_files_from_its_popup_and_its_row_says_so() {
        Page page = visit(person, "/opportunities/" + id);
        page.getByLabel("Edit: Call: Send the offer").click();
        choose(Seen.dialog(page), file("draft.txt", OFFER), file("prices.txt", OFFER));
        Seen.button(Seen.dialog(page), "Remove prices.txt").waitFor();
        Seen.button(Seen.dialog(page), "Save").click();

        assertThat(Seen.dialog(page)).isHidden();
        Locator clip = page.locator("crm-activity").filter(new Locator.FilterOptions().setHasText("Send the offer")).locator(".act-files");
        assertThat(clip).hasText("2");
        assertThat(clip).hasAttribute("title", "draft.txt, prices.txt");
        page.getByLabel("Edit: Call: Send the offer").click();
        Seen.button(Seen.dialog(page), "Remove draft.txt").click();
        Seen.button(Seen.dialog(page), "Save").click();

        assertThat(clip).hasText("1");
        JsonNode files = Work.of(person, call).path("attachments");
        assertEquals(1, files.size());
        assertEquals("prices.txt", files.path(0).path("name").asText());
    }

    @Test
    public void a_new_one_is_planned_with_a_file() {
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByLabel("Summary").fill("Show the drawing");
        choose(Seen.dialog(page), file("drawing.txt", OFFER));
        Seen.button(Seen.dialog(page), "Remove drawing.txt").waitFor();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertEquals("drawing.txt", Work.named(person, id, "Show the drawing").path("attachments").path(0).path("name").asText());
    }

    private static void choose(Locator dialog, FilePayload... files) {
        dialog.getByLabel("Add files").setInputFiles(files);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }
}
