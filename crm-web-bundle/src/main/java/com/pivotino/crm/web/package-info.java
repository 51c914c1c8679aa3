package com.pivotino.crm.web;
