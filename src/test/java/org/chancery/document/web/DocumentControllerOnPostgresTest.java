package org.chancery.document.web;

import org.chancery.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** The texts of a case, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class DocumentControllerOnPostgresTest extends DocumentControllerTest {}
