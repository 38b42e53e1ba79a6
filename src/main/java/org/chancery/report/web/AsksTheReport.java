package org.chancery.report.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Stage;
import org.chancery.report.Side;

/** Describes, for those who make clients, what {@link Questions} reads out of an address. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "asOf",
    in = ParameterIn.QUERY,
    schema = @Schema(type = "string", format = "date"))
@Parameter(
    name = "knownAt",
    in = ParameterIn.QUERY,
    schema = @Schema(type = "string", format = "date-time"))
@Parameter(
    name = "status",
    in = ParameterIn.QUERY,
    array = @ArraySchema(schema = @Schema(implementation = Status.class)))
@Parameter(name = "rule", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "body", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "party", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(
    name = "side",
    in = ParameterIn.QUERY,
    schema = @Schema(implementation = Side.Whose.class))
@Parameter(
    name = "kind",
    in = ParameterIn.QUERY,
    schema = @Schema(implementation = MilestoneKind.class))
@Parameter(
    name = "severity",
    in = ParameterIn.QUERY,
    schema = @Schema(implementation = Severity.class))
@Parameter(name = "basis", in = ParameterIn.QUERY, schema = @Schema(implementation = Basis.class))
@Parameter(
    name = "type",
    in = ParameterIn.QUERY,
    schema = @Schema(implementation = InstrumentType.class))
@Parameter(name = "stage", in = ParameterIn.QUERY, schema = @Schema(implementation = Stage.class))
@Parameter(name = "subject", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "person", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "extended", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
@Parameter(
    name = "dueWithin",
    in = ParameterIn.QUERY,
    schema = @Schema(type = "integer", minimum = "0", maximum = "90"))
@Parameter(
    name = "becameOverdueSince",
    in = ParameterIn.QUERY,
    schema = @Schema(type = "string", format = "date"))
@interface AsksTheReport {}
