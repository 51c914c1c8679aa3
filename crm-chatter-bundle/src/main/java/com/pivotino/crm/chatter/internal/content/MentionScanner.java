package com.pivotino.crm.chatter.internal.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the people cited in safe HTML (SEMANTICS V1, V3): tokens such as {@code @[user:7]}, and names after an {@code @}. Code,
 * quotes, links, web addresses and mail addresses cite nobody. Web addresses become links on the way.
 */
public final class MentionScanner {

    /** Most people that one message can cite. */
    public static final int MOST = 100;

    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}._'\u2019-]*";
    private static final Pattern AT = Pattern.compile("(?<url>\\bhttps?://[^\\s<>\"]+)"
            + "|(?<![\\p{L}\\p{N}._%+/@-])@(?:\\[(?<kind>user|contact|team):(?<id>[1-9]\\d{0,17})\\]"
            + "|(?<words>" + WORD + "(?: " + WORD + "){0,3}))");
    private static final Pattern SPAN = Pattern.compile("<span class=\"mention\" data-mention=\"([a-z]+:\\d+)\">([^<]*)</span>");

    private final String html;

    public MentionScanner(String safeHtml) {
        this.html = safeHtml;
    }

    /** What was found. */
    public record Found(Set<MentionKey> tokens, Set<String> names) {
    }

    /**
     * The body with its people.
     *
     * @param html       safe HTML; each person stands in a span that holds who it is and the name of now
     * @param mentions   who is cited, in the order of the text
     * @param unresolved names that are nobody's or several people's, with the {@code @}
     */
    public record Resolved(String html, Set<MentionKey> mentions, List<String> unresolved) {
    }

    /** Whom to look up: the tokens, and every beginning of the words after an {@code @} that may be a name. */
    public Found find() {
        Set<MentionKey> tokens = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        each(match -> {
            if (match.group("kind") != null) {
                tokens.add(key(match));
            } else if (match.group("words") != null) {
                names.addAll(candidates(match.group("words")));
            }
            return null;
        });
        return new Found(tokens, names);
    }

    /**
     * Puts the people in.
     *
     * @param names by token the name, for those that exist
     * @param known by name or login in lower case, everybody who is called so
     */
    public Resolved resolve(Map<MentionKey, String> names, Map<String, Set<MentionKey>> known) {
        Set<MentionKey> mentions = new LinkedHashSet<>();
        Set<String> unresolved = new LinkedHashSet<>();
        String out = each(match -> {
            if (match.group("kind") != null) {
                MentionKey key = key(match);
                if (!names.containsKey(key)) {
                    unresolved.add(match.group());
                    return null;
                }
                mentions.add(key);
                return span(key, names.get(key));
            }
            if (match.group("words") == null) {
                return null;
            }
            return named(match.group("words"), names, known, mentions, unresolved);
        });
        return new Resolved(out, mentions, new ArrayList<>(unresolved));
    }

    /** The body with the names of now. @param names those that are known, by person */
    public static String render(String html, Function<MentionKey, Optional<String>> names) {
        if (!html.contains("data-mention")) {
            return html;
        }
        return SPAN.matcher(html).replaceAll(match -> {
            MentionKey key = MentionKey.parse(match.group(1));
            return Matcher.quoteReplacement(names.apply(key).map(name -> span(key, name)).orElse(match.group()));
        });
    }

    /** Who stands in bodies that {@link #resolve} made. */
    public static Set<MentionKey> cited(String html) {
        Set<MentionKey> cited = new LinkedHashSet<>();
        SPAN.matcher(html).results().forEach(match -> cited.add(MentionKey.parse(match.group(1))));
        return cited;
    }

    private static String named(String words, Map<MentionKey, String> names, Map<String, Set<MentionKey>> known,
            Set<MentionKey> mentions, Set<String> unresolved) {
        List<String> candidates = candidates(words);
        for (String candidate : candidates) {
            Set<MentionKey> people = known.getOrDefault(candidate.toLowerCase(java.util.Locale.ROOT), Set.of());
            if (people.size() == 1) {
                MentionKey key = people.iterator().next();
                mentions.add(key);
                return span(key, names.getOrDefault(key, candidate)) + Html.escape(words.substring(candidate.length()));
            }
            if (people.size() > 1) {
                unresolved.add("@" + candidate);
                return null;
            }
        }
        unresolved.add("@" + candidates.get(candidates.size() - 1));
        return null;
    }

    /** Every beginning of the words, the longest first, also without the full stop of the sentence. */
    private static List<String> candidates(String words) {
        List<String> all = new ArrayList<>();
        for (int end = words.length(); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            String beginning = words.substring(0, end);
            all.add(beginning);
            String bare = beginning.replaceAll("(?:['\u2019]s)?[._'\u2019-]*$", "");
            if (!bare.equals(beginning) && !bare.isEmpty()) {
                all.add(bare);
            }
        }
        return all;
    }

    /** @param replace HTML for a match, or null to keep it */
    private String each(Function<MatchOf, String> replace) {
        Map<MentionKey, Integer> seen = new LinkedHashMap<>();
        return SafeHtml.map(html, text -> {
            StringBuilder out = new StringBuilder();
            Matcher at = AT.matcher(text);
            int from = 0;
            while (at.find()) {
                out.append(Html.escape(text.substring(from, at.start())));
                String made = null;
                if (at.group("url") != null) {
                    made = link(at.group("url"));
                } else if (seen.size() < MOST) {
                    seen.put(new MentionKey("at", seen.size() + 1), 1);
                    made = replace.apply(new MatchOf(at.toMatchResult(), at.group("kind"), at.group("id"), at.group("words")));
                }
                out.append(made == null ? Html.escape(at.group()) : made);
                from = at.end();
            }
            return out.append(Html.escape(text.substring(from))).toString();
        }, Html::escape);
    }

    /** A web address as a link; a full stop or bracket at its end belongs to the sentence. */
    private static String link(String url) {
        String bare = url.replaceAll("[.,;:!?)\\]'\u2019]+$", "");
        return "<a href=\"" + Html.escape(bare) + "\" rel=\"nofollow noopener noreferrer\">" + Html.escape(bare) + "</a>"
                + Html.escape(url.substring(bare.length()));
    }

    private static MentionKey key(MatchOf match) {
        return new MentionKey(match.kind, Long.parseLong(match.id));
    }

    private static String span(MentionKey key, String name) {
        return "<span class=\"mention\" data-mention=\"" + key + "\">@" + Html.escape(name) + "</span>";
    }

    /** One match; Java 17 does not name groups in a {@link MatchResult}. */
    private record MatchOf(MatchResult result, String kind, String id, String words) {

        String group() {
            return result.group();
        }

        String group(String name) {
            return name.equals("kind") ? kind : words;
        }
    }
}
