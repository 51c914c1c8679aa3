package com.pivotino.crm.chatter;
