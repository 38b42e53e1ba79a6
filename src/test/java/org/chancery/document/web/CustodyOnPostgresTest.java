package org.chancery.document.web;

import org.chancery.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** Originals, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class CustodyOnPostgresTest extends CustodyControllerTest {}
