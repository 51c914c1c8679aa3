package com.pivotino.crm.chatter.internal.mail;

import com.pivotino.crm.api.mail.MailStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail configuration as of now, read. What makes no sense is logged and replaced by what does. */
@Component(service = {MailSettings.class, MailStatus.class}, configurationPid = MailConfig.PID)
@Designate(ocd = MailConfig.class)
public final class MailSettings implements MailStatus {

    private static final Logger LOG = LoggerFactory.getLogger(MailSettings.class);
    private static final MailAddress NOBODY = new MailAddress("crm", "localhost");
    private static final int MB = 1 << 20;

    private volatile MailConfig config;
    private volatile MailAddress address;
    private volatile Map<String, Long> teams;

    @Activate
    public MailSettings(MailConfig config) {
        modified(config);
    }

    @Modified
    public void modified(MailConfig now) {
        address = MailAddress.parse(now.address()).orElseGet(() -> {
            LOG.warn("{} address '{}' is no mail address; {} is used", MailConfig.PID, HeaderText.of(now.address()), NOBODY);
            return NOBODY;
        });
        teams = teams(now.teamAddresses());
        config = now;
    }

    public MailConfig config() {
        return config;
    }

    /** Whether there is a server to send by. */
    @Override
    public boolean canSend() {
        return !config.host().isBlank();
    }

    /** The product's own address. */
    public MailAddress address() {
        return address;
    }

    /** How long one step of a dialog may take. */
    public Duration timeout() {
        return Duration.ofMillis(Math.max(100, Math.min(config.timeoutMs(), 15_000)));
    }

    /** How many bytes of a mail are taken in. */
    public int incomingBytes() {
        return Math.max(1, Math.min(config.inMaxMb(), 100)) * MB;
    }

    /** The user's own address may be named as sender (SEMANTICS L1). */
    public boolean mayNameAsSender(MailAddress sender) {
        return Arrays.stream(config.senderDomains()).anyMatch(domain -> domain.strip().equalsIgnoreCase(sender.domain()));
    }

    /** The team whose address this is, or null. */
    public Long teamOf(MailAddress to) {
        return teams.get(to.normalised());
    }

    /** Whether mail to this address comes back to us: the product's own address, with or without a tag, or a team's. */
    public boolean isOurs(MailAddress other) {
        return address.normalised().equals(other.normalised()) || address.tagOf(other) != null || teamOf(other) != null;
    }

    /** A link into the product, from a path that begins with a slash. */
    @Override
    public String link(String path) {
        return config.baseUrl().replaceAll("/+$", "") + path;
    }

    private static Map<String, Long> teams(String[] lines) {
        Map<String, Long> found = new HashMap<>();
        for (String line : lines == null ? List.<String>of() : List.of(lines)) {
            int equals = line.lastIndexOf('=');
            String id = equals < 0 ? "" : line.substring(equals + 1).strip();
            MailAddress team = equals < 0 ? null : MailAddress.parse(line.substring(0, equals)).orElse(null);
            if (team == null || !id.matches("[1-9]\\d{0,17}")) {
                LOG.warn("{} teamAddresses: '{}' is not of the form sales@example.com=3", MailConfig.PID,
                        HeaderText.of(line).toLowerCase(Locale.ROOT));
            } else {
                found.put(team.normalised(), Long.valueOf(id));
            }
        }
        return Map.copyOf(found);
    }
}
