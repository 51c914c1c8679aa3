package com.pivotino.crm.pipeline;
