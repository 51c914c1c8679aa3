package com.pivotino.crm.testkit;
