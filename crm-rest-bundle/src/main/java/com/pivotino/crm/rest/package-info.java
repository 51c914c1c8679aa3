package com.pivotino.crm.rest;
