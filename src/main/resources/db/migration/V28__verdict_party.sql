-- Whose act a deadline asks for, where another side owes it; the first sweep fills it in.
alter table verdict add column party varchar(12);
