-- Makes the database of the house and its two roles: one that owns the tables and migrates them at a start, and one that
-- the house works as, which may not create, alter or drop anything, and not change what the journals hold. Once, as superuser:
--
--   psql -v owner_password=... -v house_password=... -f bin/postgres-roles.sql
--
-- Other names: -v database=... -v owner=... -v house=... . Run again it changes the passwords and nothing else.
-- What each table allows the owner says after each migration: src/main/resources/db/postgresql.
\set ON_ERROR_STOP on
\if :{?database} \else \set database chancery \endif
\if :{?owner} \else \set owner chancery_owner \endif
\if :{?house} \else \set house chancery \endif

select format('create role %I', role) from (values (:'owner'), (:'house')) as wanted (role)
  where not exists (select 1 from pg_roles where rolname = role) \gexec
alter role :"owner" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
alter role :"house" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'house_password';

select format('create database %I owner %I encoding ''UTF8'' template template0', :'database', :'owner')
  where not exists (select 1 from pg_database where datname = :'database') \gexec
alter database :"database" owner to :"owner";

-- Nobody else comes in, and nobody makes tables beside those of the house.
revoke all on database :"database" from public;
grant connect on database :"database" to :"house";
\connect :"database"
alter schema public owner to :"owner";
revoke all on schema public from public;
grant usage on schema public to :"house";
