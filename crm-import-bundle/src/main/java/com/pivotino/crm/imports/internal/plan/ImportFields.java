package com.pivotino.crm.imports.internal.plan;

import static com.pivotino.crm.api.imports.spi.ImportField.many;
import static com.pivotino.crm.api.imports.spi.ImportField.one;

import com.pivotino.crm.api.imports.spi.ImportField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.pivotino.crm.imports.internal.domain.ImportKind;

/** The fields of each kind of import, with the headers that other systems give them. */
public final class ImportFields {

    public static final String DESCRIPTION = "description";

    private static final List<ImportField> OPPORTUNITY = List.of(
            one("externalId", "opportunityid", "dealid", "externalid", "leadid", "recordid", "crmid", "id"),
            one("name", "name", "opportunityname", "dealname", "opportunity", "deal", "title", "subject", "leadname"),
            one("customer", "account", "customer", "company", "organization", "organisation", "accountname", "customername",
                    "companyname", "client", "contact", "contactname"),
            one("email", "email", "emailaddress", "mail", "contactemail"),
            one("phone", "phone", "telephone", "mobile", "phonenumber", "tel"),
            one("customerEmail", "customeremail", "accountemail", "clientemail"),
            one("customerCompany", "customercompany"),
            one("expectedRevenue", "expectedrevenue", "closevalue", "amount", "dealvalue", "value", "revenue", "dealsize",
                    "budget", "total", "price"),
            one("currency", "currency", "currencycode"),
            one("stage", "stage", "dealstage", "salesstage", "pipelinestage", "status", "phase"),
            one("salesperson", "salesperson", "salesagent", "owner", "dealowner", "salesrep", "agent", "assignedto",
                    "accountmanager", "rep", "responsible"),
            one("team", "team", "salesteam"),
            one("priority", "priority", "stars", "rating"),
            one("createdAt", "createdat", "engagedate", "createddate", "createdate", "createdon", "created", "creationdate",
                    "opendate", "startdate"),
            one("closingDate", "closedate", "closingdate", "closedat", "closedon", "dateclosed", "closed", "enddate", "closing"),
            one("stageSince", "stagesince", "instagesince", "laststagechange"),
            one("probability", "manualprobability", "probability", "winprobability", "chance", "likelihood"),
            one("closingNote", "closingnote"),
            one("proposedReason", "proposedreason"),
            one("expectedClosing", "expectedclosing", "expectedclosingdate", "expectedclosedate", "forecastdate"),
            one("lostReason", "lostreason", "lossreason", "reasonlost", "closedlostreason", "reason"),
            many("tags", "tags", "tag", "labels", "categories"),
            many(DESCRIPTION, DESCRIPTION, "notes", "note", "comments", "comment", "details"));

    private static final List<ImportField> CONTACT = List.of(
            one("name", "name", "account", "contact", "fullname", "contactname", "accountname", "customer", "customername"),
            one("email", "email", "emailaddress", "mail"),
            one("phone", "phone", "telephone", "mobile", "phonenumber", "tel"),
            one("company", "company", "companyname", "organization", "organisation", "employer", "parentaccount"));

    private static final List<ImportField> USER = List.of(
            one("name", "name", "salesagent", "fullname", "user", "employee", "agent", "salesperson"),
            one("login", "login", "username", "userid"),
            one("email", "email", "emailaddress", "mail"),
            one("role", "role", "roles", "profile"),
            one("team", "team", "salesteam", "regionaloffice"),
            one("zone", "zone", "timezone"),
            one("locale", "locale", "language"));

    private static final List<ImportField> TEAM = List.of(
            one("team", "team", "salesteam", "regionaloffice", "office", "region", "name"),
            one("leader", "leader", "manager", "teamleader", "supervisor", "head"),
            one("member", "member", "salesagent", "agent", "user", "salesperson", "employee"));

    private static final Map<ImportKind, List<ImportField>> FIELDS = Map.of(ImportKind.OPPORTUNITIES, OPPORTUNITY,
            ImportKind.CONTACTS, CONTACT, ImportKind.USERS, USER, ImportKind.TEAMS, TEAM);

    private ImportFields() {
    }

    /** The fields that columns of a file of the product's own kinds can go to; none for other kinds. */
    public static List<ImportField> of(ImportKind kind) {
        return FIELDS.getOrDefault(kind, List.of());
    }

    /** The field with this name. */
    public static Optional<ImportField> find(List<ImportField> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
