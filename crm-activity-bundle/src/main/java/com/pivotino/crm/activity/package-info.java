package com.pivotino.crm.activity;
