-- The runtime's index of records says who reads them; this module keeps none of its own.
DROP TABLE cal_record_follower;
DROP TABLE cal_record;
