package org.chancery.access;

import org.springframework.stereotype.Component;

/** Those who may log in. */
@Component
public class Accounts {}
