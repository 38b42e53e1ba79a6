/** DOOR to Drools: the only package that knows the rule engine. */
@org.springframework.modulith.ApplicationModule(
    displayName = "rule",
    allowedDependencies = {"web"})
@org.jspecify.annotations.NullMarked
package org.chancery.rule;
