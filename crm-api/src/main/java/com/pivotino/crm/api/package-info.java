package com.pivotino.crm.api;
