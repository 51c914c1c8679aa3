package com.pivotino.crm.chatter.internal.rest;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class AttachmentNameTest {

    @Test
    public void a_name_goes_out_in_ASCII_and_in_full() {
        assertEquals("attachment; filename=\"offer.pdf\"; filename*=UTF-8''offer.pdf", AttachmentResource.disposition("offer.pdf"));
        assertEquals("attachment; filename=\"_bersicht 100_ _x_.pdf\"; filename*=UTF-8''%C3%9Cbersicht%20100%25%20%22x%22.pdf",
                AttachmentResource.disposition("Übersicht 100% \"x\".pdf"));
        assertEquals("attachment; filename=\"a*b_c.pdf\"; filename*=UTF-8''a%2Ab%0Ac.pdf", AttachmentResource.disposition("a*b\nc.pdf"));
    }
}
