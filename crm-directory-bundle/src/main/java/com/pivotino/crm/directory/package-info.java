package com.pivotino.crm.directory;
