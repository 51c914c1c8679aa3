-- The activities of a contact's opportunities are listed on its page.
CREATE INDEX ac_record_customer ON ac_record (customer_id);
