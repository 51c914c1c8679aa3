package com.pivotino.crm.calendar;
