-- What the role that the house works as may do, said anew after each migration by the owner of the tables. The journals
-- and their roots it may read and add to; that and nothing else. Where both are one role, nothing can be taken from it.
do $$
declare
  house constant text := '${house}';
  named text;
begin
  if house = current_user then
    return;
  end if;
  execute format('grant usage on schema %I to %I', current_schema(), house);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), house);
  execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), house);
  -- The engine's tables are made after this, by the same owner.
  execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
    current_schema(), house);
  execute format('revoke all on flyway_schema_history from %I', house);
  execute format('grant select on flyway_schema_history to %I', house);
  foreach named in array array['journal', 'house_journal', 'journal_root', 'journal_leaf'] loop
    if to_regclass(named) is not null then
      execute format('revoke all on %I from %I', named, house);
      execute format('grant select, insert on %I to %I', named, house);
    end if;
  end loop;
end
$$;
