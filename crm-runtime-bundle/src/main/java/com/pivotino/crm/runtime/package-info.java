package com.pivotino.crm.runtime;
