-- To chase whose deadline it is, or to put it before a higher manager, takes no authority.
ALTER TABLE decision ALTER COLUMN authority DROP NOT NULL;
