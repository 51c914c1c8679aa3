package com.pivotino.crm.demo.internal;

import java.util.List;

/** The names and texts that the demonstration is made of. All companies and people are invented. */
final class Words {

    static final List<String> COMPANIES = List.of("Atelier Lumen", "Brasserie Gallia", "Nordwind Energie", "Helvetia Cargo",
            "Maison Delorme", "Banque du Littoral", "Kessler Maschinenbau", "Verlag Hohenstein", "Fjordline Shipping",
            "Clinique des Alpes", "Rheintal Logistik", "Groupe Marchand", "Solaris Fenster", "Compagnie des Eaux Vives",
            "Stadtwerke Lindau", "Hotel Bellerive", "Pharma Novalis", "Boulangeries Perrin", "Weber & Söhne", "Transports Garnier",
            "Optik Reuter", "Cave du Pic", "Bergbahnen Oberland", "Imprimerie Vasseur", "Medisana Kliniken", "Textiles Rochefort",
            "Hafen Terminal Nord", "Lycée Saint-Exupéry", "Agrar Union Süd", "Assurances Lémanic", "Holzbau Tiefenthal",
            "Papeterie Colibri", "Universität Falkenberg", "Verre & Métal", "Autohaus Brinkmann", "Théâtre du Quai",
            "Lindqvist Papier", "Chocolaterie Aubry", "Elektro Schaffner", "Régie Bonneval", "Biohof Sonnental", "Câbles du Rhône",
            "Messe Rosenheim", "Laboratoire Tessier", "Nova Telekom", "Pont-Neuf Conseil", "Alpenmilch eG", "Océan Propre");

    static final List<String> CITIES = List.of("Lyon", "Munich", "Geneva", "Lille", "Hamburg", "Zurich", "Nantes", "Stuttgart",
            "Basel", "Bordeaux", "Vienna", "Toulouse", "Cologne", "Strasbourg");

    static final List<String> DEPARTMENTS = List.of("sales", "service", "purchasing", "field", "finance", "export");

    static final List<String> TAGS = List.of("new customer", "renewal", "referral", "trade fair", "inbound", "partner", "multi-year");

    static final List<String> NOTES = List.of(
            "They use spreadsheets today and lose track of follow-ups. Decision before the end of the quarter.",
            "Met at the trade fair. Wants to see the import of their old data first.",
            "Two competitors in the race. Price matters less than a quick start.",
            "IT asks for hosting in their own data centre; send the operator guide.",
            "Budget is approved for this year. The works council has to agree before the rollout.",
            "Current contract ends in three months, so timing is good.",
            "The first site is a test; if it goes well, four more follow.",
            "Wants one price for all countries and a single contact.",
            "Procurement needs three references of the same size.",
            "Very happy with the pilot, the users asked for it themselves.");

    static final List<String> CALLS = List.of("Call about the offer", "Ask for the decision", "Agree on the next step",
            "Call back about the references", "Clarify the number of users");

    static final List<String> MAILS = List.of("Send the revised offer", "Send references", "Send the contract draft",
            "Answer the security questions", "Confirm prices for next year");

    static final List<String> MEETINGS = List.of("Demo for the buying team", "Workshop with the key users", "Meet the management",
            "Review of the pilot");

    static final List<String> TODOS = List.of("Prepare the figures", "Check the scope with support", "Find out who decides",
            "Draft the rollout plan");

    private Words() {
    }
}
